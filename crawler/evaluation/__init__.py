"""How well pages are read, measured on pages whose facts are known."""
