"""The desktop program: main window, tabs, forms, widgets, theme and language."""
