package dev.kefu.aftersales.repair;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads what the table repair-fee chose. */
final class RatesChoices {

  private RatesChoices() {
  }

  /** The rates of the row that was hit. */
  static FeeRates of(DelegateExecution execution) {
    return new FeeRates((String) execution.getVariable("payBasis"), number(execution, "hourlyRate"), number(execution, "callOut"), number(execution, "freeKm"),
        number(execution, "perKm"), number(execution, "tolerance"));
  }

  private static int number(DelegateExecution execution, String name) {
    return ((Number) execution.getVariable(name)).intValue();
  }
}
