package dev.kefu.engine.form;

/**
 * Why one submitted value is refused.
 *
 * @param path where the value stands, rows counted from 0, for example {@code training.trainingRecord[1].hours}
 * @param label the field's label as the person sees it, with the row in lists: {@code Hours 時數 (row 2 第 2 行)}
 * @param message what is wrong, English then Chinese
 */
public record FieldError(String path, String label, String message) {

  @Override
  public String toString() {
    return label + " " + message;
  }
}
