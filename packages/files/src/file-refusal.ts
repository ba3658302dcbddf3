/**
 * A file that is refused as a whole: nothing of it may be written. `place` names where ("line 3",
 * "column Spend", "the file"), `rule` is a stable key, the message is for a person.
 */
export class FileRefusal extends Error {
  readonly place: string;
  readonly rule: string;

  constructor(place: string, rule: string, message: string) {
    super(message);
    this.name = "FileRefusal";
    this.place = place;
    this.rule = rule;
  }
}
