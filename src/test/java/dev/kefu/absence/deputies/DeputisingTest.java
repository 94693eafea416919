package dev.kefu.absence.deputies;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.kefu.absence.deputies.Absentees.Away;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.Test;

/** How much a new task costs; what comes of it {@code AbsenceIT} shows. */
class DeputisingTest {

  private final NoteTable notes = mock(NoteTable.class);
  private final TaskEntity task = mock(TaskEntity.class);
  private final Deputising deputising = new Deputising(notes, null, null, null, null, null);

  @Test
  void newTaskIsLeftAloneWhileNobodyIsAway() {
    when(notes.absentees()).thenReturn(new Absentees(List.of()));

    deputising.made(task);

    verify(notes, never()).ofTask(any());
    verifyNoInteractions(task);
  }

  @Test
  void newTaskIsLookedAtWhenSomebodyIsAway() {
    when(notes.absentees()).thenReturn(new Absentees(List.of(new Away(1, Absence.Kind.ABSENCE, "someone", "deputy", LocalDate.of(2026, 12, 1)))));
    when(task.getId()).thenReturn("the-task");
    when(task.isSuspended()).thenReturn(true);

    deputising.made(task);

    verify(notes).ofTask("the-task");
  }
}
