import type { ComponentProps } from "react";

/** A number, or what `className` makes of it, that opens a dialog; it reads as the text it stands in. */
export function OpeningButton({ className = "figure-button", ...props }: ComponentProps<"button">) {
  return <button type="button" className={`bare-button ${className}`} aria-haspopup="dialog" {...props} />;
}
