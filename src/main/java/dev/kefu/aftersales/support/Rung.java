package dev.kefu.aftersales.support;

/** The times that are watched while a problem is handled, in their order. */
enum Rung {

  REACT("react", "reaction time 響應時限"), HALF("half", "half of the solution time 解決時限過半"), FULL("full", "solution time 解決時限");

  private final String code;
  private final String label;

  Rung(String code, String label) {
    this.code = code;
    this.label = label;
  }

  String code() {
    return code;
  }

  String label() {
    return label;
  }
}
