package dev.kefu.complaint.analysis;

import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The frozen figures of an analysis on printed documents. */
@Component
@RequiredArgsConstructor
class AnalysisRegisterFacts implements RegisterFacts<ComplaintAnalysis> {

  private final ComplaintAnalysisRepository repository;

  @Override
  public String register() {
    return "analysis";
  }

  @Override
  public Optional<ComplaintAnalysis> entry(String caseNumber) {
    return repository.findFirstByCaseNumberOrderByIdDesc(caseNumber);
  }

  @Override
  public NamedFacts<ComplaintAnalysis> facts() {
    NamedFacts<ComplaintAnalysis> facts = new NamedFacts<ComplaintAnalysis>()
        .with("period", AnalysisWords::period)
        .with("total", analysis -> String.valueOf(analysis.getTotal()))
        .with("closed", analysis -> String.valueOf(analysis.getClosed()))
        .with("open", analysis -> String.valueOf(analysis.getOpen()))
        .with("inTimeRate", analysis -> AnalysisWords.percent(analysis.getInTimeRate()))
        .with("satisfactionRate", analysis -> AnalysisWords.percent(analysis.getSatisfactionRate()))
        .with("repeatRate", analysis -> AnalysisWords.percent(analysis.getRepeatRate()))
        .with("complaintRate", analysis -> AnalysisWords.percent(analysis.getComplaintRate()))
        .with("cost", analysis -> analysis.getCost().toPlainString() + " 元");
    for (String table : AnalysisWords.ORDER) {
      facts.with("by-" + table, analysis -> analysis.getFigures().stream().filter(figure -> figure.getGrouping().equals(table)).map(AnalysisRegisterFacts::row).toList());
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
