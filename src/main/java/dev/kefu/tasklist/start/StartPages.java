package dev.kefu.tasklist.start;

import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseSearch;
import dev.kefu.engine.CaseStory;
import dev.kefu.engine.CaseStory.CaseLine;
import dev.kefu.engine.CaseStory.Page;
import dev.kefu.engine.StartableProcedures;
import dev.kefu.information.CustomerCard;
import dev.kefu.information.CustomerProfiles;
import dev.kefu.information.Customers;
import dev.kefu.organisation.CurrentPerson;
import dev.kefu.organisation.ReadingRights;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import dev.kefu.tasklist.start.StartPage.CaseLineView;
import dev.kefu.tasklist.start.StartPage.WaitingTask;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the start page of whoever is logged in, with a fixed number of queries. */
@Service
@RequiredArgsConstructor
class StartPages {

  private static final int SHOWN = 8;
  private static final int CUSTOMERS = 50;
  private static final String CUSTOMER_REGISTER = "customers";
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final TaskService taskService;
  private final IdentityService identityService;
  private final CaseAccess access;
  private final CaseStory story;
  private final CaseSearch search;
  private final StartableProcedures procedures;
  private final Customers customers;
  private final CustomerProfiles profiles;
  private final RoleDirectory roles;
  private final ReadingRights rights;
  private final CurrentPerson person;
  private final Clock clock;

  /** One transaction for all of it: each question to the engine would make one of its own. */
  @Transactional(readOnly = true)
  StartPage page() {
    Authentication me = identityService.getCurrentAuthentication();
    String userId = me.getUserId();
    List<String> titles = roles.all().stream().filter(role -> me.getGroupIds().contains(role.id())).map(Role::label).toList();
    Date now = Date.from(clock.instant());
    return new StartPage(access.namesOf(List.of(userId)).getOrDefault(userId, userId), titles,
        !story.hasCompletedATask(userId), taskService.createTaskQuery().taskAssignee(userId).count(), offered(me).count(), mineOrOffered(me).dueBefore(now).count(),
        shown(mineOrOffered(me).dueBefore(now).orderByDueDate().asc(), userId), shown(mineOrOffered(me).dueAfter(now).orderByDueDate().asc(), userId), started(0), procedures.all());
  }

  /** A page of the cases that the person started. */
  Page<CaseLineView> started(int page) {
    return shown(story.startedBy(person.userId(), page));
  }

  /** A page of the cases that fit and that the person may read; customers are looked for only on behalf of whoever may read their register. */
  Page<CaseLineView> search(String typed, int page) {
    List<String> codes = person.holdsAny(rights.readersOf(CUSTOMER_REGISTER)) ? profiles.readable(customers.search(typed, CUSTOMERS).stream().map(CustomerCard::code).toList()) : List.of();
    return shown(search.find(typed, codes, page));
  }

  private TaskQuery offered(Authentication me) {
    return taskService.createTaskQuery().taskUnassigned().or().taskCandidateUser(me.getUserId()).endOr();
  }

  private TaskQuery mineOrOffered(Authentication me) {
    return taskService.createTaskQuery().or().taskAssignee(me.getUserId()).taskCandidateUser(me.getUserId()).endOr();
  }

  private List<WaitingTask> shown(TaskQuery query, String userId) {
    return query.listPage(0, SHOWN).stream().map(task -> new WaitingTask(task.getId(), name(task), at(task.getDueDate() == null ? null : task.getDueDate().toInstant()),
        userId.equals(task.getAssignee()))).toList();
  }

  private static String name(Task task) {
    return task.getName() == null ? task.getTaskDefinitionKey() : task.getName().replaceAll("\\s+", " ");
  }

  private Page<CaseLineView> shown(Page<CaseLine> page) {
    return new Page<>(page.items().stream().map(one -> new CaseLineView(one.caseNumber(), one.procedure(), one.standsAt(), at(one.startedAt()), at(one.endedAt()), at(one.due()))).toList(),
        page.number(), page.size(), page.total());
  }

  private String at(Instant moment) {
    return moment == null ? null : AT.format(moment.atZone(clock.getZone()));
  }
}
