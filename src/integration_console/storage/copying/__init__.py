"""An organisation taken from one place to another, file or shared database: row by row, counted and proved equal."""
