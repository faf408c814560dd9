"""The Markdown extension of the atlas: citations, claim numbers and generated blocks.

It imports Markdown and pymdownx, never MkDocs, and keeps no state of a page outside that page's conversion,
so that any tool that renders Markdown with extensions can render the atlas.
"""

from atlas.markdown.extension import AtlasExtension, makeExtension

__all__ = ["AtlasExtension", "makeExtension"]
