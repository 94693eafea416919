package dev.kefu.complaint.analysis;

import dev.kefu.engine.RegisterFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The frozen figures of an analysis on printed documents. */
@Component
@RequiredArgsConstructor
class AnalysisRegisterFacts implements RegisterFacts {

  private final ComplaintAnalysisRepository repository;

  @Override
  public String register() {
    return "analysis";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> of(String caseNumber) {
    return repository.findFirstByCaseNumberOrderByIdDesc(caseNumber).map(AnalysisRegisterFacts::facts).orElse(Map.of());
  }

  private static Map<String, Object> facts(ComplaintAnalysis analysis) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("period", AnalysisWords.period(analysis));
    facts.put("total", String.valueOf(analysis.getTotal()));
    facts.put("closed", String.valueOf(analysis.getClosed()));
    facts.put("open", String.valueOf(analysis.getOpen()));
    facts.put("inTimeRate", AnalysisWords.percent(analysis.getInTimeRate()));
    facts.put("satisfactionRate", AnalysisWords.percent(analysis.getSatisfactionRate()));
    facts.put("repeatRate", AnalysisWords.percent(analysis.getRepeatRate()));
    facts.put("complaintRate", AnalysisWords.percent(analysis.getComplaintRate()));
    facts.put("cost", analysis.getCost().toPlainString() + " 元");
    for (String table : AnalysisWords.ORDER) {
      facts.put("by-" + table, analysis.getFigures().stream().filter(figure -> figure.getGrouping().equals(table)).map(AnalysisRegisterFacts::row).toList());
    }
    return facts;
  }

  private static Map<String, String> row(Figure figure) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("Item 項目", figure.getLabel());
    row.put("Number 件數", String.valueOf(figure.getCases()));
    row.put("Share 佔比", AnalysisWords.percent(figure.getShare()));
    row.put("Change 增減", AnalysisWords.percent(figure.getGrowth()));
    return row;
  }
}
