"""The facts that the archive holds, in the forms that other tools read."""
