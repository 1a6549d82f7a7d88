"""REST sources: any API that lists its records page by page, described instead of programmed."""
