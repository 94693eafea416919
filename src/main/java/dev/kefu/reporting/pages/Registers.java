package dev.kefu.reporting.pages;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.organisation.CurrentPerson;
import dev.kefu.organisation.ExportRights;
import dev.kefu.organisation.ReadingRights;
import dev.kefu.reporting.Period;
import dev.kefu.reporting.Register;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** The registers that the modules contribute, as the person who asks stands to them. */
@Service
@RequiredArgsConstructor
class Registers {

  private final List<Register> all;
  private final ExportRights rights;
  private final ReadingRights secrecy;
  private final CurrentPerson person;
  private final AuditTrail audit;

  /** What the person may take away, by title. */
  List<Register> own() {
    return all.stream().filter(this::isOwn).sorted(Comparator.comparing(Register::title)).toList();
  }

  private boolean isOwn(Register register) {
    return person.holdsAny(rights.exportersOf(register.id()));
  }

  /**
   * Finds a register; rows about customers whose secrecy grade is for others say no more than that.
   *
   * @throws ResponseStatusException 404 for an unknown one, 403 for one that is for others
   */
  Register find(String id) {
    Register found = all.stream().filter(register -> register.id().equals(id)).findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no register \"" + id + "\". 沒有此台帳。"));
    if (!isOwn(found)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "This register is for others. 您無權導出此台帳。");
    }
    return found.hiding(secrecy.gradesHiddenFrom(person));
  }

  /**
   * Reads a period; null, for the whole register, without one.
   *
   * @throws ResponseStatusException 400 for a text that is none, or a register that knows no time
   */
  static Period period(Register register, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (register.moment() == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "This register is exported as a whole, not by period. 此台帳只能全部導出。");
    }
    try {
      return Period.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
  }

  String personId() {
    return person.userId();
  }

  /** Writes down who takes a register away. */
  void exported(Register register, Period period) {
    audit.write(new AuditRecord(AuditRecord.Kind.EXPORT, person.userId(), "exportRegister", "register", register.id() + "/" + (period == null ? "all" : period.text()), null, Map.of()));
  }
}
