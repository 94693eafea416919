package dev.kefu.engine.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.tasklist.TrialCases;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KefuIT
class CaseBoardIT {

  private static final String BUSY = "call-quality-inspector-2";
  private static final int SHOWN = 50;

  @Autowired private CaseBoard board;
  @Autowired private ProcessEngine engine;

  @Test
  void whoHasMoreRunningCasesThanAreShownSeesTheNewest() {
    TrialCases cases = new TrialCases(engine);
    cases.deploy();
    List<ProcessInstance> started = Stream.generate(() -> cases.startedBy(BUSY, Map.of()).getProcessInstanceId()).limit(SHOWN + 20)
        .map(id -> engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(id).singleResult()).toList();

    List<String> newest = started.stream().map(ProcessInstance::getBusinessKey).sorted(Comparator.reverseOrder()).limit(SHOWN).toList();
    assertThat(board.mine(new Authentication(BUSY, List.of()))).extracting(CaseBoard.CaseInView::caseNumber).containsExactlyElementsOf(newest);
  }
}
