package dev.kefu.document.printing;

import dev.kefu.document.printing.Paper.Entry;
import dev.kefu.document.printing.Paper.Line;
import dev.kefu.document.printing.Paper.Section;
import dev.kefu.document.printing.Paper.Signature;
import dev.kefu.engine.CaseRecord;
import dev.kefu.engine.CaseRecord.HandedIn;
import dev.kefu.engine.ShownField;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Fills in a form of the handbook from the record of a case. */
@Component
@RequiredArgsConstructor
class PaperComposer {

  private static final Set<String> NO_SIGNATURE = Set.of("return", "reject", "notConfirmed", "short", "refuse");
  private static final List<String> WORDS = List.of("decision", "confirmed", "outcome");

  private static final int BRIEF = 40;

  private final Clock clock;

  /**
   * Fills a form in.
   *
   * @param classified gives what the person may see of a classified field
   * @param attachments names of the case's files
   * @param printed by whom and when
   */
  Paper compose(PaperForm form, CaseRecord record, Classified classified, List<String> attachments, String printed) {
    Sources sources = new Sources(form, record, classified, attachments, clock.getZone());
    List<Section> sections = new ArrayList<>();
    form.sections().forEach(section -> sections.add(new Section(section.title(), lines(section.rows(), sources))));
    sections.addAll(further(form, sources));
    return new Paper(form.title(), form.number(), record.caseNumber(), record.procedure(), sections, corrections(form, record, sources), signatures(form, record, sources), printed);
  }

  private static List<Line> lines(List<PaperForm.Row> rows, Sources sources) {
    List<Line> lines = new ArrayList<>();
    Entry waiting = null;
    for (PaperForm.Row row : rows) {
      Paper.Table table = sources.table(row).orElse(null);
      boolean wide = row.wide() || table != null;
      if (waiting != null && wide) {
        lines.add(new Line(List.of(waiting), null));
        waiting = null;
      }
      if (table != null) {
        lines.add(new Line(List.of(), table));
      } else if (wide) {
        lines.add(new Line(List.of(new Entry(row.label(), sources.text(row))), null));
      } else if (waiting == null) {
        waiting = new Entry(row.label(), sources.text(row));
      } else {
        lines.add(new Line(List.of(waiting, new Entry(row.label(), sources.text(row))), null));
        waiting = null;
      }
    }
    if (waiting != null) {
      lines.add(new Line(List.of(waiting), null));
    }
    return lines;
  }

  private static boolean isPrinted(PaperForm form, ShownField field, HandedIn handedIn, Sources sources) {
    return form.sections().stream().flatMap(section -> section.rows().stream()).filter(row -> row.from().contains(field.path()))
        .anyMatch(row -> field.rows() != null || sources.text(row).contains(sources.shown(field, handedIn)));
  }

  /** What was asked and no row has printed, step by step: a process owner may add a field to a form at any time, and of several places a row prints the first. */
  private static List<Section> further(PaperForm form, Sources sources) {
    List<Section> further = new ArrayList<>();
    for (HandedIn handedIn : sources.latest().stream().filter(handedIn -> !form.quoted().contains(handedIn.formId())).toList()) {
      List<Line> lines = new ArrayList<>();
      for (ShownField field : handedIn.fields()) {
        if (!isPrinted(form, field, handedIn, sources)) {
          Paper.Table table = field.rows() == null ? null : Sources.table(field.label(), List.of(field));
          Entry entry = new Entry(field.label(), sources.shown(field, handedIn));
          if (table == null && !entry.value().isEmpty()) {
            add(lines, entry);
          } else if (table != null && !table.rows().isEmpty()) {
            lines.add(new Line(List.of(), table));
          }
        }
      }
      if (!lines.isEmpty()) {
        further.add(new Section("Further particulars 其他事項 · " + handedIn.title(), lines));
      }
    }
    return further;
  }

  /** Two short ones share a line. */
  private static void add(List<Line> lines, Entry entry) {
    Line last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
    if (last != null && last.entries().size() == 1 && isBrief(last.entries().get(0)) && isBrief(entry)) {
      lines.set(lines.size() - 1, new Line(List.of(last.entries().get(0), entry), null));
    } else {
      lines.add(new Line(List.of(entry), null));
    }
  }

  private static boolean isBrief(Entry entry) {
    return entry.value().length() <= BRIEF && entry.label().length() <= BRIEF;
  }

  private static List<String> corrections(PaperForm form, CaseRecord record, Sources sources) {
    return record.forms().stream().filter(handedIn -> handedIn.correction() != null && form.forms().contains(handedIn.formId()))
        .map(handedIn -> handedIn.title() + " · " + sources.name(handedIn.by()) + " · " + sources.minute(handedIn.at()) + " · " + handedIn.correction()).toList();
  }

  private static List<Signature> signatures(PaperForm form, CaseRecord record, Sources sources) {
    return List.of(signature("Prepared by 編制", form.signatures().drafted(), record, sources), signature("Reviewed by 審核", form.signatures().reviewed(), record, sources),
        signature("Approved by 批準", form.signatures().approved(), record, sources));
  }

  private static Signature signature(String role, List<String> forms, CaseRecord record, Sources sources) {
    return record.forms().stream().filter(handedIn -> forms != null && forms.contains(handedIn.formId()) && handedIn.correction() == null)
        .reduce((earlier, later) -> later).filter(handedIn -> WORDS.stream().map(handedIn.data()::get).noneMatch(word -> NO_SIGNATURE.contains(String.valueOf(word))))
        .map(handedIn -> new Signature(role, sources.signed(handedIn), sources.minute(handedIn.at()))).orElse(new Signature(role, "", ""));
  }
}
