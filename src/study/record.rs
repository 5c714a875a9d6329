//! Records: what a study is made of. Each field can be set by itself, and every write hands back what it overwrote.

/// Declares a record and the enum of its fields. A field of a map is set key by key (`None` takes the key out).
macro_rules! record {
    (
        $(#[$doc:meta])* $name:ident, $field:ident {
            $($(#[$fdoc:meta])* $member:ident / $variant:ident: $type:ty,)*
        } maps {
            $($(#[$mdoc:meta])* $map:ident / $mvariant:ident: $key:ty => $value:ty,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct $name {
            $($(#[$fdoc])*
            #[serde(skip_serializing_if = "crate::study::record::is_default")]
            pub $member: $type,)*
            $($(#[$mdoc])*
            #[serde(skip_serializing_if = "std::collections::BTreeMap::is_empty")]
            pub $map: std::collections::BTreeMap<$key, $value>,)*
        }

        #[doc = concat!("One field of [`", stringify!($name), "`] with the value it is given.")]
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs)]
        pub enum $field {
            $($variant($type),)*
            $($mvariant($key, Option<$value>),)*
        }

        impl $name {
            /// Writes a field and returns it as it was.
            pub fn replace(&mut self, field: $field) -> $field {
                match field {
                    $($field::$variant(value) => $field::$variant(std::mem::replace(&mut self.$member, value)),)*
                    $($field::$mvariant(key, value) => {
                        let before = match value {
                            Some(value) => self.$map.insert(key.clone(), value),
                            None => self.$map.remove(&key),
                        };
                        $field::$mvariant(key, before)
                    })*
                }
            }

            /// The fields that must be set for this record to become `wanted`, in order.
            pub fn diff(&self, wanted: &Self) -> Vec<$field> {
                let mut fields = Vec::new();
                $(if self.$member != wanted.$member {
                    fields.push($field::$variant(wanted.$member.clone()));
                })*
                $({
                    let keys: std::collections::BTreeSet<_> = self.$map.keys().chain(wanted.$map.keys()).collect();
                    for key in keys {
                        if self.$map.get(key) != wanted.$map.get(key) {
                            fields.push($field::$mvariant(key.clone(), wanted.$map.get(key).cloned()));
                        }
                    }
                })*
                fields
            }

            /// The present value of the field that `field` names.
            pub fn current(&self, field: &$field) -> $field {
                match field {
                    $($field::$variant(_) => $field::$variant(self.$member.clone()),)*
                    $($field::$mvariant(key, _) => $field::$mvariant(key.clone(), self.$map.get(key).cloned()),)*
                }
            }
        }
    };
}

/// Whether a value is its type's default: such fields are not written.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(test)]
mod tests {
    use crate::study::codebook::Code;
    use std::collections::BTreeMap;

    #[test]
    fn setting_what_differs_makes_two_records_the_same() {
        let label = |language: &str| BTreeMap::from([(language.to_owned(), "x".to_owned())]);
        let old = Code {
            key: "A".into(),
            slot: Some(1),
            labels: label("fr"),
            ..Code::default()
        };
        let wanted = Code {
            key: "A".into(),
            definition: "d".into(),
            labels: label("en"),
            ..Code::default()
        };
        let fields = old.diff(&wanted);
        assert_eq!(fields.len(), 4);
        let mut now = old;
        for field in fields {
            now.replace(field);
        }
        assert_eq!(now, wanted);
        assert!(now.diff(&wanted).is_empty());
    }
}
