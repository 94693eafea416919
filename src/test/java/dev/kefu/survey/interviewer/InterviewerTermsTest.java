package dev.kefu.survey.interviewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;

class InterviewerTermsTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @Test
  void termsAreThoseOfTheHandbook() {
    assertThat(ENGINE.evaluateDecisionTable(ENGINE.parseDecision("interviewer-terms", InterviewerTermsTest.class.getResourceAsStream("/processes/survey/interviewer-terms.dmn")),
        Map.of("interviewersNeeded", 5)).getSingleResult().getEntryMap()).containsEntry("leastMark", 80).containsEntry("payPerValid", 15.0).containsEntry("mostInvalid", 10);
  }
}
