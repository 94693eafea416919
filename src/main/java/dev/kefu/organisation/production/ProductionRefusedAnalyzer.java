package dev.kefu.organisation.production;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the reasons instead of a stack trace. */
public class ProductionRefusedAnalyzer extends AbstractFailureAnalyzer<ProductionRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ProductionRefused cause) {
    String reasons = "- " + String.join(System.lineSeparator() + "- ", cause.reasons());
    return new FailureAnalysis("Kefu does not start in profile production:" + System.lineSeparator() + reasons,
      "Change what is named above and start again.", cause);
  }
}
