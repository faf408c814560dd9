"""Turn the atlas into a site: the only room that knows MkDocs."""
