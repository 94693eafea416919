package dev.kefu.deadline.vacancies;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.kefu.organisation.Posts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much a task costs; what comes of it {@code VacantPostsIT} shows. */
class StandInsTest {

  private static final String POST = "complaint-specialist";

  private final VacancyTables tables = mock(VacancyTables.class);
  private final Posts posts = mock(Posts.class);
  private final TaskEntity task = mock(TaskEntity.class);
  private final StandIns standIns = new StandIns(tables, posts, null, null);

  @BeforeEach
  void offerTask() {
    CommandContext command = mock(CommandContext.class);
    when(command.getDbEntityManager()).thenReturn(mock(DbEntityManager.class));
    Context.setCommandContext(command);
    IdentityLinkEntity link = mock(IdentityLinkEntity.class);
    when(link.getType()).thenReturn(IdentityLinkType.CANDIDATE);
    when(link.getGroupId()).thenReturn(POST);
    when(task.getIdentityLinks()).thenReturn(List.of(link));
    when(task.getId()).thenReturn("the-task");
  }

  @AfterEach
  void endCommand() {
    Context.removeCommandContext();
  }

  @Test
  void newTaskOfAPostThatIsHeldReadsNothing() {
    standIns.made(task);

    verifyNoInteractions(tables);
  }

  @Test
  void newTaskOfAVacantPostGetsItsStandIn() {
    when(posts.isVacant(POST)).thenReturn(true);
    when(posts.workingGroupOf(POST)).thenReturn(Optional.of("complaint-supervisor"));

    standIns.made(task);

    verify(tables, never()).ofTask(any());
    verify(tables).insert("the-task", POST, "complaint-supervisor");
  }

  @Test
  void changedTaskIsComparedWithWhatWasNoted() {
    when(tables.ofTask("the-task")).thenReturn(Map.of());

    standIns.see(task);

    verify(tables).ofTask("the-task");
  }
}
