package dev.kefu.tasklist.cards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.deadline.Deadlines.Phase;
import dev.kefu.engine.CaseVariables;
import dev.kefu.tasklist.TrialCases;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KefuIT
class TaskCardsIT {

  private static final String CANDIDATE = "relationship-specialist-2";

  @Autowired private ProcessEngine engine;
  @Autowired private TaskService taskService;
  @Autowired private TaskCards taskCards;
  @Autowired private Clock clock;

  private TrialCases cases;

  @BeforeEach
  void deploy() {
    cases = new TrialCases(engine);
    cases.deploy();
  }

  @Test
  void cardShowsCaseCustomerGradeAndDeadline() {
    Task task = cases.waitingForAnswer(Map.of(CaseVariables.CUSTOMER_NAME, "王小明 𠮷", CaseVariables.CUSTOMER_GRADE, "A"));
    task.setDueDate(Date.from(Instant.parse("2026-01-02T09:30:00Z")));
    taskService.saveTask(task);

    TaskCard card = cardFor(CANDIDATE, task);

    assertThat(card.caseNumber()).matches("TRY-\\d{4}-\\d{6}");
    assertThat(card).extracting(TaskCard::customerName, TaskCard::customerGrade).containsExactly("王小明 𠮷", "A");
    assertThat(card).extracting(TaskCard::due, TaskCard::phase).containsExactly("2026-01-02 17:30", Phase.OVERDUE);
  }

  @Test
  void deadlineToComeIsNotOverdue() {
    Task task = cases.waitingForAnswer(Map.of());
    task.setDueDate(Date.from(clock.instant().plusSeconds(3600)));
    taskService.saveTask(task);

    assertThat(cardFor(CANDIDATE, task).phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void caseWithoutCustomerHasACardToo() {
    TaskCard card = cardFor(CANDIDATE, cases.waitingForAnswer(Map.of()));

    assertThat(card).extracting(TaskCard::customerName, TaskCard::customerGrade, TaskCard::due, TaskCard::phase).containsOnlyNulls();
  }

  @Test
  void foreignTaskHasNoCard() {
    Task task = cases.waitingForAnswer(Map.of(CaseVariables.CUSTOMER_NAME, "王小明"));

    assertThat(cases.as("survey-specialist", () -> taskCards.of(List.of(task.getId(), "unknown")))).isEmpty();
  }

  private TaskCard cardFor(String userId, Task task) {
    List<TaskCard> found = cases.as(userId, () -> taskCards.of(List.of(task.getId())));
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
