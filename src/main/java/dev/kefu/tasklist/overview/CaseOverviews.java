package dev.kefu.tasklist.overview;

import static java.util.stream.Collectors.toSet;

import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseAccess.CaseInSight;
import dev.kefu.engine.CaseStory;
import dev.kefu.engine.CaseStory.Event;
import dev.kefu.engine.CaseStory.Known;
import dev.kefu.engine.CaseStory.CaseLine;
import dev.kefu.engine.CaseStory.Page;
import dev.kefu.information.CreditStanding;
import dev.kefu.information.CustomerContacts;
import dev.kefu.information.CustomerContacts.Contact;
import dev.kefu.information.CustomerProfile;
import dev.kefu.information.CustomerProfiles;
import dev.kefu.organisation.CurrentPerson;
import dev.kefu.organisation.ReadingRights;
import dev.kefu.tasklist.overview.CaseOverview.ContactView;
import dev.kefu.tasklist.overview.CaseOverview.CreditView;
import dev.kefu.tasklist.overview.CaseOverview.CustomerView;
import dev.kefu.tasklist.overview.CaseOverview.EventView;
import dev.kefu.tasklist.overview.CaseOverview.OpenCaseView;
import dev.kefu.tasklist.overview.CaseOverview.SheetView;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Puts together what whoever may read a case sees of it, and of its customer as far as the role may read the registers. */
@Service
@RequiredArgsConstructor
class CaseOverviews {

  private static final int CONTACTS = 10;
  private static final String CUSTOMERS = "customers";
  private static final String CREDIT = "credit-grades";
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final CaseAccess access;
  private final CaseStory story;
  private final CustomerProfiles customers;
  private final List<CustomerContacts> registers;
  private final ReadingRights rights;
  private final CurrentPerson person;
  private final Clock clock;

  /** The case of an open task; empty when the person may not read it. */
  Optional<CaseOverview> ofTask(String taskId) {
    return access.ofTask(taskId).filter(CaseInSight::mayRead).flatMap(sight -> story.known(sight.caseNumber())).map(this::overview);
  }

  /** Empty when the person may not read the case. */
  Optional<CaseOverview> of(String caseNumber) {
    return readable(caseNumber).flatMap(story::known).map(this::overview);
  }

  /** A page of its path; empty when the person may not read the case. */
  Optional<Page<EventView>> path(String caseNumber, int page) {
    return readable(caseNumber).map(number -> path(story.path(number, page)));
  }

  /** A page of the open cases of its customer; empty when the person may read the case or the register of customers not. */
  Optional<Page<OpenCaseView>> openCasesOfCustomer(String caseNumber, int page) {
    return readable(caseNumber).filter(number -> mayRead(CUSTOMERS)).flatMap(story::known).map(Known::customerCode).flatMap(customers::find)
        .map(customer -> openCases(customer.card().code(), page));
  }

  private Optional<String> readable(String caseNumber) {
    return access.ofCase(caseNumber).filter(CaseInSight::mayRead).map(CaseInSight::caseNumber);
  }

  private boolean mayRead(String register) {
    return person.holdsAny(rights.readersOf(register));
  }

  private CaseOverview overview(Known known) {
    CustomerView customer = known.customerCode() == null || !mayRead(CUSTOMERS) ? null : customers.find(known.customerCode()).map(this::view).orElse(null);
    return new CaseOverview(known.caseNumber(), known.procedure(), known.starter(), at(known.startedAt()), at(known.endedAt()), known.customerName(), known.customerGrade(), customer,
        known.sheets().stream().map(sheet -> new SheetView(sheet.title(), sheet.procedure(), sheet.facts())).toList(), path(story.path(known.caseNumber(), 0)));
  }

  private CustomerView view(CustomerProfile profile) {
    String owner = profile.card().owner();
    boolean creditReadable = mayRead(CREDIT);
    return new CustomerView(profile.card().code(), profile.card().name(), profile.card().grade(), profile.card().keyAccount(),
        owner == null ? null : access.namesOf(List.of(owner)).getOrDefault(owner, owner), profile.dangerState(), text(profile.lastContactOn()), profile.satisfaction(), profile.inUse(),
        creditReadable, creditReadable && profile.credit() != null ? view(profile.credit()) : null, openCases(profile.card().code(), 0), contacts(profile.card().code()));
  }

  private static CreditView view(CreditStanding credit) {
    return new CreditView(credit.grade(), String.format(Locale.ROOT, "%,.2f", credit.limit()), credit.termDays(), credit.frozen(), text(credit.validUntil()));
  }

  private List<ContactView> contacts(String customerCode) {
    List<Contact> latest = registers.stream().flatMap(register -> register.latest(customerCode, CONTACTS).stream())
        .sorted(Comparator.comparing(Contact::day).reversed()).limit(CONTACTS).toList();
    Set<String> readable = access.readable(latest.stream().map(Contact::caseNumber).collect(toSet()));
    return latest.stream().map(contact -> readable.contains(contact.caseNumber())
        ? new ContactView(text(contact.day()), contact.what(), contact.result(), contact.caseNumber()) : new ContactView(text(contact.day()), contact.what(), null, null)).toList();
  }

  private Page<OpenCaseView> openCases(String customerCode, int page) {
    return shown(story.openCasesOf(customerCode, page), (CaseLine one) ->
        new OpenCaseView(one.caseNumber(), one.procedure(), one.standsAt(), at(one.startedAt()), at(one.due())));
  }

  private Page<EventView> path(Page<Event> events) {
    return shown(events, event -> new EventView(event.name(), event.procedure(), event.kind().name().toLowerCase(Locale.ROOT), at(event.startedAt()), at(event.endedAt()), event.by(),
        event.onBehalfOf(), event.note()));
  }

  private static <T, V> Page<V> shown(Page<T> page, Function<T, V> view) {
    return new Page<>(page.items().stream().map(view).toList(), page.number(), page.size(), page.total());
  }

  private String at(Instant moment) {
    return moment == null ? null : AT.format(moment.atZone(clock.getZone()));
  }

  private static String text(Object value) {
    return Objects.toString(value, null);
  }
}
