package dev.kefu.demo.help;

import dev.kefu.demo.CaseWork;
import dev.kefu.demo.CaseWork.OpenTask;
import dev.kefu.demo.CaseWork.Performer;
import dev.kefu.demo.FilledForm;
import dev.kefu.demo.KefuClient;
import dev.kefu.demo.help.HelpCaseFile.HelpCase;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The demo users at work on one case: whoever can do a task of it does it, until nothing is left. */
class HelpDesk {

  private static final Set<String> FIRST_STEPS = Set.of("record", "chooseCustomer", "registerCustomer");

  private static final String SUPPORT = "after-sales-specialist";

  private final KefuClient kefu;
  private final CaseWork work;
  private final Clock clock;

  HelpDesk(KefuClient kefu, Clock clock) {
    this.kefu = kefu;
    this.work = new CaseWork(kefu);
    this.clock = clock;
  }

  /** Starts a case as the one whom the request reached. */
  HelpCase start(HelpRequest request) {
    String starter = "phone".equals(request.channel()) ? "call-center-agent" : "relationship-specialist";
    return new HelpCase(work.start(starter, "customer-help"), starter, true, "none", "open");
  }

  /** Does every step to the case's end; returns what was done by whom. */
  List<String> work(HelpRequest request, HelpCase helpCase) {
    List<String> steps = new ArrayList<>();
    Optional<OpenTask> task = next(helpCase);
    while (task.isPresent()) {
      if ("withdrawn".equals(request.end()) && !FIRST_STEPS.contains(task.get().step())) {
        withdraw(request, helpCase);
        steps.add("withdraw (" + helpCase.starter() + ")");
      } else {
        Performer performer = work.performer(task.get()).orElseThrow();
        work.claim(task.get(), performer);
        work.submit(task.get(), performer, HelpForm.of(task.get().step(), request, helpCase.caseNumber(), OffsetDateTime.now(clock)));
        steps.add(task.get().step() + " (" + performer.person() + ")");
        hearCustomer(helpCase, task.get().step());
      }
      task = next(helpCase);
    }
    return steps;
  }

  /** Technical support waits for the customer's word after its answer. */
  private void hearCustomer(HelpCase helpCase, String step) {
    if ("kb".equals(step)) {
      kefu.post(SUPPORT, "/api/cases/" + helpCase.caseNumber() + "/events/aftersales.solutionConfirmed", Map.of("confirmed", "yes"));
    }
  }

  private Optional<OpenTask> next(HelpCase helpCase) {
    return work.open(helpCase.caseNumber()).stream().findFirst();
  }

  private void withdraw(HelpRequest request, HelpCase helpCase) {
    FilledForm form = HelpForm.withdrawal(request);
    kefu.post(helpCase.starter(), "/api/cases/" + helpCase.caseNumber() + "/events/withdraw", form.data());
  }
}
