package dev.kefu.engine;

/**
 * What a person handed in fits its form but not what a register knows, for example more money than was approved. Thrown by a service or an entity
 * while the person's step is carried out: nothing changes, and the person reads the message (HTTP 400).
 */
public class FactsRefused extends RuntimeException {

  /**
   * Makes a refusal.
   *
   * @param message what is wrong and what to do, English and Chinese; where it is about a field, after the field's label and a colon, so that Tasklist shows it there
   */
  public FactsRefused(String message) {
    super(message);
  }

  /** Refuses the correction of a form that others have acted on since. */
  public static FactsRefused actedOn() {
    return new FactsRefused("Others have acted on this form already: settle it in the next step. 後續步驟已據此辦理，請在下一步驟中處理");
  }
}
