"""The rules of content: each check is a generator of problems over a `Site`; commands print and count them."""
