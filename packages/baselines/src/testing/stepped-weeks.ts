/** Sixteen weeks with a step and a bend at the eleventh. */
export const STEPPED_WEEKS = [52, 48, 55, 51, 47, 53, 56, 50, 49, 54, 61, 64, 60, 66, 63, 68];
