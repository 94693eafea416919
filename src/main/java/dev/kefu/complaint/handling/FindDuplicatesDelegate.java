package dev.kefu.complaint.handling;

import dev.kefu.complaint.handling.Complaints.Similar;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Looks for running complaints that may be the same and says why they look so. */
@Component
@RequiredArgsConstructor
class FindDuplicatesDelegate implements JavaDelegate {

  private final Complaints complaints;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    List<Similar> similar = complaints.similarTo(complaint, ((Number) execution.getVariable("withinDays")).intValue(), ((Number) execution.getVariable("leastSimilarity")).doubleValue());
    execution.setVariable("similarFound", !similar.isEmpty());
    execution.setVariable("similarNote", similar.stream().map(FindDuplicatesDelegate::reasons).collect(Collectors.joining("\n\n")));
    execution.setVariable("similarCases", Spin.JSON(similar.stream().map(found -> Map.of("value", found.complaint().getCaseNumber(), "label", label(found))).toList()));
  }

  private static String label(Similar found) {
    return found.complaint().getCaseNumber() + " · " + found.percent() + " %";
  }

  private static String reasons(Similar found) {
    return "**" + found.complaint().getCaseNumber() + "**: same customer 同一客戶; " + (found.sameProduct() ? "same product 同一產品 (" + found.complaint().getProduct() + ")"
        : "product not named 未注明產品") + "; words alike 內容相似 " + found.percent() + " %\n\n" + found.complaint().getContent();
  }
}
