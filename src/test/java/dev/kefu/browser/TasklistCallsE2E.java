package dev.kefu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Request;
import dev.kefu.benchmark.OrdinaryComplaint;
import dev.kefu.benchmark.TasklistCalls;
import dev.kefu.demo.CaseWork;
import dev.kefu.demo.CaseWork.OpenTask;
import dev.kefu.demo.CaseWork.Performer;
import dev.kefu.demo.KefuClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The benchmark sends what a browser sends. */
@BrowserTest
class TasklistCallsE2E {

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;

  @Test
  void benchmarkSendsWhatTheBrowserSends(Browser browser) {
    CaseWork work = new CaseWork(new KefuClient(URI.create("http://localhost:" + port), password));
    String caseNumber = work.start(OrdinaryComplaint.AGENT, OrdinaryComplaint.PROCESS);
    OpenTask reception = work.open(caseNumber).get(0);
    work.submit(reception, new Performer(OrdinaryComplaint.AGENT, false), OrdinaryComplaint.form(reception.form(), 1));
    OpenTask task = work.open(caseNumber).get(0);
    List<String> calls = new ArrayList<>();
    try (TasklistPage specialist = TasklistPage.of(browser, port, OrdinaryComplaint.SPECIALIST, password)) {
      specialist.filter("My group's tasks").card(caseNumber).waitFor();
      specialist.desk().waitUntilLoaded();
      specialist.page().onRequest(request -> calls.add(shape(request, task)));

      specialist.openCase(caseNumber);
      assertThat(taken(specialist, calls)).containsExactlyInAnyOrderElementsOf(expected(TasklistCalls.OPEN));
      specialist.claim();
      assertThat(taken(specialist, calls)).containsExactlyInAnyOrderElementsOf(expected(TasklistCalls.CLAIM));
      specialist.choose("field_nature", "Complaint 投訴").select("field_kind", "Delivery, packing");
      calls.clear();
      specialist.complete();
      // The list is empty then: there are no cards to ask for.
      assertThat(taken(specialist, calls)).containsExactlyInAnyOrderElementsOf(expected(TasklistCalls.SUBMIT).stream().filter(call -> !call.contains("/cards")).toList());
    }
  }

  private static List<String> taken(TasklistPage page, List<String> calls) {
    page.desk().waitUntilLoaded();
    List<String> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  /** One task is listed. */
  private static List<String> expected(List<String> calls) {
    return calls.stream().map(call -> call.replace("{tasks}", "{task}")).toList();
  }

  private static String shape(Request request, OpenTask task) {
    return (request.method() + " " + request.url().replaceFirst("http://[^/]+", "")).replace(task.id(), "{task}").replaceFirst("/filter/[^/]+/", "/filter/{filter}/")
        .replaceFirst("noCache=\\d+", "noCache={time}").replaceFirst("processInstanceId=[^&]+", "processInstanceId={instance}").replaceFirst("assignee=[^&]+", "assignee={person}");
  }
}
