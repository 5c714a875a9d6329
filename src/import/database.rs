//! A database of another program, read from memory: nothing is opened, nothing is written, and what could run in it does
//! not. Tables alone are read, by their columns, as text.

use super::ImportError;
use super::qda::MOST_TEXTS;
use super::transcript::LARGEST_TEXT;
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, MAIN_DB};
use std::collections::HashMap;

/// The most rows of one table.
const MOST_ROWS: usize = 2_000_000;
/// How many steps of the engine a byte of the file allows, beyond the first …
const STEPS_A_BYTE: usize = 8;
/// … million.
const FIRST_STEPS: usize = 4_000_000;
/// After how many steps it is looked again.
const STEP: i32 = 10_000;

/// Whether the bytes begin as an SQLite database does.
pub(super) fn looks_like_database(bytes: &[u8]) -> bool {
    bytes.starts_with(b"SQLite format 3\0")
}

/// A database in memory.
pub(super) struct Database {
    connection: Connection,
    /// Columns by table.
    tables: HashMap<String, Vec<String>>,
    left: usize,
}

/// A row; what is asked for by a column that is not there is empty.
pub(super) struct Row(Vec<String>);

impl Row {
    pub(super) fn get(&self, at: usize) -> &str {
        self.0.get(at).map_or("", String::as_str)
    }

    pub(super) fn take(&mut self, at: usize) -> String {
        self.0.get_mut(at).map(std::mem::take).unwrap_or_default()
    }

    /// A place in a text.
    pub(super) fn place(&self, at: usize) -> Option<usize> {
        self.get(at).parse().ok()
    }
}

fn damaged(error: impl std::fmt::Display) -> ImportError {
    ImportError::Database {
        why: error.to_string(),
    }
}

impl Database {
    pub(super) fn open(bytes: &[u8]) -> Result<Self, ImportError> {
        let mut bytes = bytes.to_vec();
        // one that writes ahead cannot be opened from memory; what it holds is all the same
        if let Some(modes) = bytes.get_mut(18..20) {
            modes.fill(1);
        }
        let mut connection = Connection::open_in_memory().map_err(damaged)?;
        let limits = [
            (
                Limit::SQLITE_LIMIT_LENGTH,
                i32::try_from(LARGEST_TEXT).unwrap_or(i32::MAX),
            ),
            (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
            (Limit::SQLITE_LIMIT_COLUMN, 200),
            (Limit::SQLITE_LIMIT_EXPR_DEPTH, 50),
            (Limit::SQLITE_LIMIT_ATTACHED, 0),
            (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        ];
        for (limit, most) in limits {
            connection.set_limit(limit, most).map_err(damaged)?;
        }
        let size = bytes.len();
        connection
            .deserialize_read_exact(MAIN_DB, bytes.as_slice(), size, true)
            .map_err(damaged)?;
        drop(bytes);
        let mut left = FIRST_STEPS.saturating_add(size.saturating_mul(STEPS_A_BYTE));
        let stop = move || {
            left = left.saturating_sub(usize::try_from(STEP).unwrap_or(0));
            left == 0
        };
        connection
            .progress_handler(STEP, Some(stop))
            .map_err(damaged)?;
        connection
            .execute_batch(
                "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA query_only=ON; PRAGMA mmap_size=0;",
            )
            .map_err(damaged)?;
        let mut database = Self {
            connection,
            tables: HashMap::new(),
            left: LARGEST_TEXT * 2,
        };
        database.look()?;
        Ok(database)
    }

    /// Finds the tables: views and virtual tables are none.
    fn look(&mut self) -> Result<(), ImportError> {
        let wanted = "SELECT name, sql FROM sqlite_master WHERE type = 'table'";
        let mut names = Vec::new();
        {
            let mut list = self.connection.prepare(wanted).map_err(damaged)?;
            let mut rows = list.query([]).map_err(damaged)?;
            while let Some(row) = rows.next().map_err(damaged)? {
                let name: String = row.get(0).unwrap_or_default();
                let sql: String = row.get(1).unwrap_or_default();
                let sql = sql.trim_start().to_ascii_uppercase();
                if sql.starts_with("CREATE TABLE") && names.len() < 500 {
                    names.push(name);
                }
            }
        }
        for name in names {
            let mut list = self
                .connection
                .prepare("SELECT name FROM pragma_table_info(?1)")
                .map_err(damaged)?;
            let columns = list
                .query_map([&name], |row| row.get::<_, String>(0))
                .map_err(damaged)?;
            let columns: Result<Vec<String>, _> = columns.collect();
            self.tables.insert(name.clone(), columns.map_err(damaged)?);
        }
        Ok(())
    }

    /// Whether there are tables of these names.
    pub(super) fn has(&self, tables: &[&str]) -> bool {
        tables.iter().all(|table| self.tables.contains_key(*table))
    }

    /// The rows of a table whose rows are texts, as [`Database::rows`]; more than a project has are refused.
    pub(super) fn texts(&mut self, table: &str, columns: &[&str]) -> Result<Vec<Row>, ImportError> {
        let rows = self.rows(table, columns)?;
        if rows.len() > MOST_TEXTS {
            return Err(ImportError::TooManyTexts { n: rows.len() });
        }
        Ok(rows)
    }

    /// The rows of a table in the order of their first column, with these columns; none where there is no such table.
    pub(super) fn rows(&mut self, table: &str, columns: &[&str]) -> Result<Vec<Row>, ImportError> {
        let Some(known) = self.tables.get(table) else {
            return Ok(Vec::new());
        };
        let quoted = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
        let find = |name: &str| known.iter().find(|own| own.eq_ignore_ascii_case(name));
        let wanted: Vec<String> = columns
            .iter()
            .map(|name| find(name).map_or_else(|| "NULL".to_owned(), |own| quoted(own)))
            .collect();
        let sql = format!("SELECT {} FROM {}", wanted.join(", "), quoted(table));
        let mut list = self.connection.prepare(&sql).map_err(damaged)?;
        let mut found = list.query([]).map_err(damaged)?;
        let mut rows = Vec::new();
        while let Some(row) = found.next().map_err(damaged)? {
            let mut cells = Vec::with_capacity(columns.len());
            for at in 0..columns.len() {
                let cell = match row.get_ref(at).map_err(damaged)? {
                    ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                    ValueRef::Integer(n) => n.to_string(),
                    ValueRef::Real(n) => n.to_string(),
                    // some keep their words as bytes
                    ValueRef::Blob(bytes) => {
                        std::str::from_utf8(bytes).unwrap_or_default().to_owned()
                    }
                    ValueRef::Null => String::new(),
                };
                self.left =
                    self.left
                        .checked_sub(cell.len() + 24)
                        .ok_or(ImportError::TooLarge {
                            bytes: LARGEST_TEXT,
                        })?;
                cells.push(cell);
            }
            rows.push(Row(cells));
            if rows.len() > MOST_ROWS {
                return Err(ImportError::TooLarge {
                    bytes: LARGEST_TEXT,
                });
            }
        }
        Ok(rows)
    }
}
