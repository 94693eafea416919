package dev.kefu.document.casefiles;

import dev.kefu.document.attachments.FiledAttachments.Filed;
import dev.kefu.engine.CaseRecord;
import dev.kefu.engine.CaseRecord.Act;
import dev.kefu.engine.CaseRecord.Decision;
import dev.kefu.engine.CaseRecord.HandedIn;
import dev.kefu.engine.CaseRecord.Part;
import dev.kefu.engine.CaseRecord.Step;
import dev.kefu.engine.ShownField;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Puts a case file into the words and tables of its printed form. */
@Component
@RequiredArgsConstructor
class CaseFileSheet {

  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final String HIDDEN = "●●● (classified, kept apart 保密，另行保存)";

  private final Clock clock;

  /**
   * What the template shows.
   *
   * @param sha256 of the JSON file; null for a case that is printed as it stands
   */
  record Sheet(String caseNumber, String title, String sha256, List<Table> tables, String printed) {
  }

  /** Rows below headings; a form has two columns without headings. */
  record Table(String title, List<String> headings, List<List<String>> rows) {
  }

  /** A file that is frozen now. */
  Sheet of(CaseFileContent content, String sha256) {
    return sheet(content, sha256, "Frozen 歸檔 " + at(clock.instant()));
  }

  /** A case as it stands now. */
  Sheet printed(CaseFileContent content, String printed) {
    return sheet(content, null, printed);
  }

  private Sheet sheet(CaseFileContent content, String sha256, String printed) {
    CaseRecord record = content.record();
    Function<String, String> name = id -> id == null ? "" : record.people().getOrDefault(id, id);
    List<Table> tables = new ArrayList<>();
    tables.add(new Table("Case 案件", List.of(), Stream.of(List.of("No. 編號", record.caseNumber()), List.of("Procedure 程序", record.procedure()),
        List.of("Started by 發起人", name.apply(record.starter())), List.of("Started 開始", at(record.startedAt())), List.of("Ended 結束", at(record.endedAt())),
        List.of("Outcome 結果", Objects.requireNonNullElse(record.outcome(), ""))).toList()));
    tables.add(new Table("Processes 流程", List.of("Process 流程", "Version 版本", "Started 開始", "Ended 結束", "End 結果"), record.parts().stream().map(this::part).toList()));
    Map<String, Integer> versions = new LinkedHashMap<>();
    record.forms().forEach(form -> tables.add(form(form, versions.merge(form.partId() + form.root(), 1, Integer::sum), name)));
    tables.add(new Table("Trail 經過", List.of("When 時間", "Step 步驟", "Kind 類型", "Who 經辦人", "Until 至"), record.steps().stream().map(step -> step(step, name)).toList()));
    tables.add(new Table("Claims, handovers, comments 領取、交接與備註", List.of("When 時間", "What 事項", "Who 經辦人", "Step 步驟", "Note 內容"), record.acts().stream().map(act -> act(act, name)).toList()));
    tables.add(new Table("Decisions 判定", List.of("When 時間", "Table (version) 決策表（版本）", "Asked with 輸入", "Answer 輸出", "Rows 命中行"), record.decisions().stream().map(this::decision).toList()));
    record.registers().forEach((register, facts) -> tables.add(new Table("Register 台帳: " + register, List.of(),
        facts.entrySet().stream().map(fact -> List.of(fact.getKey(), String.valueOf(fact.getValue()))).toList())));
    tables.add(new Table("Attachments 附件", List.of("Name 檔名", "Size 大小", "SHA-256", "Added 上傳", "Removed 移除"), content.attachments().stream().map(file -> file(file, name)).toList()));
    return new Sheet(record.caseNumber(), record.procedure(), sha256, tables, printed);
  }

  private List<String> part(Part part) {
    return List.of(part.name(), part.version() + (part.versionTag() == null ? "" : " (" + part.versionTag() + ")"), at(part.startedAt()), at(part.endedAt()),
        Objects.requireNonNullElse(part.outcome(), ""));
  }

  private Table form(HandedIn form, int version, Function<String, String> name) {
    List<List<String>> rows = new ArrayList<>();
    form.fields().forEach(field -> {
      if (field.rows() == null) {
        rows.add(List.of(field.label(), value(field)));
      } else {
        rows.add(List.of(field.label(), field.rows().stream().map(CaseFileSheet::line).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"))));
      }
    });
    String who = name.apply(form.by()) + (form.onBehalfOf() == null ? "" : " (for 代 " + name.apply(form.onBehalfOf()) + ")");
    return new Table(Objects.requireNonNullElse(form.title(), form.formId()) + " · version 版本 " + version + " · " + at(form.at()) + (who.isEmpty() ? "" : " · " + who)
        + (form.correction() == null ? "" : " · correction 更正: " + form.correction()), List.of(), rows);
  }

  private static String line(List<ShownField> row) {
    return row.stream().filter(field -> field.value() != null).map(field -> field.label() + ": " + field.value()).collect(Collectors.joining("; "));
  }

  private static String value(ShownField field) {
    return field.readers() != null ? HIDDEN : Objects.requireNonNullElse(field.value(), "");
  }

  private List<String> step(Step step, Function<String, String> name) {
    return List.of(at(step.startedAt()), step.name(), step.type() + (step.canceled() ? " (cancelled 取消)" : ""),
        name.apply(step.by()) + (step.onBehalfOf() == null ? "" : " (for 代 " + name.apply(step.onBehalfOf()) + ")"), at(step.endedAt()));
  }

  private List<String> act(Act act, Function<String, String> name) {
    return List.of(at(act.at()), act.what(), name.apply(act.by()), Objects.requireNonNullElse(act.step(), ""), Objects.requireNonNullElse(act.note(), ""));
  }

  private List<String> decision(Decision decision) {
    return List.of(at(decision.at()), decision.name() + " (" + decision.version() + ")",
        decision.inputs().entrySet().stream().map(input -> input.getKey() + " = " + input.getValue()).collect(Collectors.joining("\n")),
        decision.outputs().stream().map(output -> output.name() + " = " + output.value()).collect(Collectors.joining("\n")),
        decision.rules().stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  private List<String> file(Filed file, Function<String, String> name) {
    return List.of(file.name(), file.size() + " B", file.sha256(), name.apply(file.addedBy()) + " " + at(file.addedAt()),
        file.removedAt() == null ? "" : name.apply(file.removedBy()) + " " + at(file.removedAt()));
  }

  private String at(Instant moment) {
    return moment == null ? "" : SECOND.format(moment.atZone(clock.getZone()));
  }
}
