"""Charts as Vega-Lite specifications: plain rows in, a dictionary out, drawn here or elsewhere."""
