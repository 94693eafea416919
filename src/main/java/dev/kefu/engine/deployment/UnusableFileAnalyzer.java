package dev.kefu.engine.deployment;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words which file stopped the start. */
class UnusableFileAnalyzer extends AbstractFailureAnalyzer<UnusableFileException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableFileException cause) {
    return new FailureAnalysis("A file of a process cannot be deployed:\n\n    " + cause.getMessage(),
        "Correct the file in Camunda Modeler, or take it out of processes/ or forms/. Nothing was deployed.", cause);
  }
}
