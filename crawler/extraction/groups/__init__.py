"""What participants were divided into, and what each group concluded."""
