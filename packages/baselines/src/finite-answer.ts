/**
 * The answer itself, or a RangeError where any number in it is NaN or infinite: squares that overflowed or
 * vanished. What a reader is shown is always a number.
 *
 * @example finiteAnswer({ ratio: 0.5 }) // { ratio: 0.5 }
 */
export function finiteAnswer<Answer extends object>(answer: Answer): Answer {
  for (const value of Object.values(answer)) {
    if (typeof value === "number" && !Number.isFinite(value)) {
      throw new RangeError("the numbers are too large or too small to be calculated with");
    }
    if (typeof value === "object" && value !== null) finiteAnswer(value);
  }
  return answer;
}
