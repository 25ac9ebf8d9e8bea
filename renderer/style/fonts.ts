// The letters of the screens; which files, and not the whole typefaces: a kiosk loads what its languages use.
