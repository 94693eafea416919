package dev.kefu.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Request;
import dev.kefu.demo.CaseWork;
import dev.kefu.demo.CaseWork.Performer;
import dev.kefu.demo.FilledForm;
import dev.kefu.demo.KefuClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class TasklistCallsE2E {

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;

  @Test
  void record(Browser browser) {
    CaseWork work = new CaseWork(new KefuClient(URI.create("http://localhost:" + port), password));
    String caseNumber = work.start("call-center-agent", "complaint-handling");
    List<String> calls = new ArrayList<>();
    try (TasklistPage desk = TasklistPage.of(browser, port, "complaint-specialist", password)) {
      desk.filter("My group's tasks");
      Map<String, Object> data = new java.util.HashMap<>(Map.of("anonymous", true, "phone", "13800138000", "receivedAt", FilledForm.minutes(java.time.OffsetDateTime.now().minusHours(1)), "channel", "phone", "content", "The new pump leaks oil since Monday 新水泵自週一起漏油", "complaintReason", "It should not leak 不應漏油，影響生產"));
      data.putAll(Map.of("demands", List.of("explainApologise"), "injuryOrDanger", false, "mediaOrAuthority", false, "repeated", false, "courtThreat", false, "productionStopped", false, "customersConcerned", 1));
      work.submit(work.open(caseNumber).get(0), new Performer("call-center-agent", false), new FilledForm("reception", data));
      desk.card(caseNumber).waitFor();
      desk.page().onRequest(r -> calls.add(line(r)));
      calls.add("--- open");
      desk.openCase(caseNumber);
      desk.desk().waitUntilLoaded();
      calls.add("--- claim");
      desk.claim();
      desk.desk().waitUntilLoaded();
      calls.add("--- fill");
      desk.choose("field_nature", "Complaint 投訴").select("field_kind", "Delivery, packing");
      calls.add("--- complete");
      desk.complete();
      desk.desk().waitUntilLoaded();
    } finally {
      calls.forEach(c -> System.out.println("CALL " + c));
    }
  }

  private static String line(Request r) {
    String url = r.url().replaceAll("http://localhost:\\d+", "");
    return r.method() + " " + url + (r.postData() == null ? "" : "  " + r.postData());
  }
}
