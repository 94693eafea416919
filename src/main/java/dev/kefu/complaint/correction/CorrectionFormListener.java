package dev.kefu.complaint.correction;

import dev.kefu.complaint.correction.NoteImprovementOrderDelegate.Order;
import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the register in step with a corrected form, in the same transaction. What was checked or accepted is not corrected: the gate refuses it. */
@Component
@RequiredArgsConstructor
class CorrectionFormListener {

  private final CorrectiveActions actions;
  private final RuntimeService runtimeService;
  private final Clock clock;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (corrected.processKey().equals(CorrectiveActions.PROCESS)) {
      String instance = corrected.processInstanceId();
      follow(actions.of(instance), instance, corrected.root(), runtimeService.getVariable(instance, corrected.root()));
    }
  }

  private void follow(CorrectiveAction action, String instance, String root, Object form) {
    switch (root) {
      case "order" -> {
        Order order = FormData.read(form, root, Order.class);
        action.correctOrder(order.improvementOrder(), order.departmentRole(), order.kind(), order.product());
        runtimeService.setVariable(instance, "product", action.getProduct());
        runtimeService.setVariable(instance, "productName", action.shownProduct());
      }
      case "plan" -> {
        Plan plan = FormData.read(form, root, Plan.class);
        action.correctPlan(plan);
        runtimeService.setVariable(instance, "planOwner", plan.planOwner());
        runtimeService.setVariable(instance, "planDate", plan.dueOn().toString());
        runtimeService.setVariable(instance, "planMeasures", plan.lines());
      }
      case "execution" -> {
        Work work = FormData.read(form, root, Work.class);
        action.correctWork(work.done(), work.proof(), work.carriedOn(), LocalDate.now(clock));
      }
      default -> {
        // Decisions are not corrected.
      }
    }
  }
}
