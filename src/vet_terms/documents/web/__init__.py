"""Pages of the web and Markdown: what markup says of a text, and which texts are no content."""
