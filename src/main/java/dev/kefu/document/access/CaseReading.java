package dev.kefu.document.access;

import dev.kefu.document.access.PastCases.PastCase;
import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseAccess.CaseInSight;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may read what belongs to a case, also to one that the engine has forgotten and whose file is kept. */
@Component
@RequiredArgsConstructor
public class CaseReading {

  private final CaseAccess access;
  // Asked for late: what keeps the files needs the attachments, and they need this.
  private final ObjectProvider<PastCases> pastCases;

  /** Whether the person may, as one of those who read the case or of the repair group; empty for an unknown case. */
  public Optional<Boolean> mayRead(String caseNumber) {
    return access.ofCase(caseNumber).map(CaseInSight::mayRead).or(() -> past(caseNumber).map(past -> access.mayReadPast(past.starter(), past.parts())))
        .map(readable -> readable || access.mayRepair());
  }

  /** The case as its file keeps it; empty for a case without a file. */
  public Optional<PastCase> past(String caseNumber) {
    return pastCases.getObject().past(caseNumber);
  }
}
