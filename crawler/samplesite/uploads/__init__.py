"""The files that the sample site's posts link to, and the script that makes them."""
