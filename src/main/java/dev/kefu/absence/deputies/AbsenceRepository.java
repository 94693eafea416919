package dev.kefu.absence.deputies;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AbsenceRepository extends Repository<Absence, Long> {

  Absence save(Absence absence);

  Absence saveAndFlush(Absence absence);

  Optional<Absence> findById(long id);

  List<Absence> findByStateInOrderByFirstDayAscIdAsc(Collection<Absence.State> states);

  List<Absence> findByEndedAtAfterOrderByEndedAtDescIdDesc(LocalDateTime moment);
}
