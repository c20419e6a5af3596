"""From annotated articles and a packaged encoder to the tagger that ships with the package."""
