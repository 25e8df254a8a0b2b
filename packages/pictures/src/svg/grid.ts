// Pixels. A monospace font of 14 px is 8.4 px wide in nearly every family.
export const CELL_WIDTH = 8.4
export const CELL_HEIGHT = 20
export const LEFT = 20
export const FIRST_BASELINE = 58
