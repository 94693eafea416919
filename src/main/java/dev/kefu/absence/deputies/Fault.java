package dev.kefu.absence.deputies;

/**
 * Why something that was entered is not taken.
 *
 * @param field name in the request
 * @param label what people call it
 * @param message what is wrong
 */
record Fault(String field, String label, String message) {

  static Fault required(String field, String label) {
    return new Fault(field, label, "is required 為必填");
  }
}
