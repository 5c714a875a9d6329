//! Files without meaning: bounded archives and XML, the CSV dialect and its guard, atomic writes, encodings.
