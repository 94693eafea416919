package dev.kefu.engine;

/**
 * What a person handed in fits its form but not what a register knows, for example more money than was approved. Thrown by a service or an entity
 * while the person's step is carried out: nothing changes, and the person reads the message (HTTP 400).
 */
public class FactsRefused extends RuntimeException {

  /**
   * Makes a refusal.
   *
   * @param message what is wrong and what to do, English and Chinese
   */
  public FactsRefused(String message) {
    super(message);
  }
}
