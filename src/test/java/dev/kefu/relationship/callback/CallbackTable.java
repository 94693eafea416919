package dev.kefu.relationship.callback;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** One decision table of the call-backs, as the tests ask it. */
final class CallbackTable {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private final DmnDecision decision;

  CallbackTable(String id) {
    decision = ENGINE.parseDecision(id, getClass().getResourceAsStream("/processes/relationship/" + id + ".dmn"));
  }

  /** The row that fits; null when none does. */
  DmnDecisionRuleResult ask(Map<String, Object> input) {
    return ENGINE.evaluateDecisionTable(decision, input).getSingleResult();
  }
}
