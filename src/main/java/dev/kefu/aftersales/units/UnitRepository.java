package dev.kefu.aftersales.units;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface UnitRepository extends Repository<Unit, Long> {

  Unit save(Unit unit);

  Optional<Unit> findById(long id);

  Optional<Unit> findByProductIgnoreCaseAndSerialNumberIgnoreCase(String product, String serialNumber);

  List<Unit> findBySerialNumberIgnoreCaseOrderByProduct(String serialNumber);

  long count();
}
