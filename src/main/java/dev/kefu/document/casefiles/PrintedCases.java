package dev.kefu.document.casefiles;

import dev.kefu.document.CaseSheets;
import dev.kefu.document.attachments.FiledAttachments;
import dev.kefu.document.printing.PdfPress;
import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseRecord;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Lays a case out as its file will be, with who printed it in place of when it was frozen. */
@Component
@RequiredArgsConstructor
class PrintedCases implements CaseSheets {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final FiledAttachments attachments;
  private final CaseFileSheet sheet;
  private final PdfPress press;
  private final CaseAccess access;
  private final Clock clock;

  @Override
  public byte[] print(CaseRecord record, String printedBy) {
    String name = access.namesOf(List.of(printedBy)).getOrDefault(printedBy, printedBy);
    String printed = "Printed by 列印人 " + name + " · " + SHOWN.format(clock.instant().atZone(clock.getZone()));
    return press.print("case-file", sheet.printed(new CaseFileContent(CaseFileRegister.FORMAT, record, attachments.filed(record.caseNumber())), printed));
  }
}
