package dev.kefu.engine.model;

/**
 * Something in a model, form or table that breaks the contract.
 *
 * @param file path below {@code processes/} or {@code forms/}, folder first
 * @param element id of the element, field or table row; the file's id when it concerns the whole file
 * @param message for a process owner: what is wrong and what to do
 * @param rule name of the broken {@link Rule}
 */
public record Finding(String file, String element, String message, String rule) {

  @Override
  public String toString() {
    return file + ": " + message + " [" + rule + "]";
  }
}
