//! How does a result become an object whose keys are promised?

/// Serialises a type as an object: each key with the value that stands beside it, in this order; a key with an `if` may be left out.
///
/// Numbers that follow from others are methods, so a derive would miss them; this table shows all keys of an object in one place.
/// Members of the workspace use it too. It is no part of the interface.
///
/// ```
/// struct Disc { radius: f64 }
/// boussole::serialize_keys!(impl Disc as disc {
///     "diameter" => 2.0 * disc.radius,
///     "is_point" if disc.radius == 0.0 => true,
/// });
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! serialize_keys {
    (impl $type:ty as $this:ident { $($key:literal $(if $shown:expr)? => $value:expr),+ $(,)? }) => {
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $this = self;
                let mut object = serializer.serialize_map(None)?;
                $($crate::serialize_keys!(@entry object, $key $(, $shown)? => $value);)+
                ::serde::ser::SerializeMap::end(object)
            }
        }
    };
    (@entry $object:ident, $key:literal => $value:expr) => {
        ::serde::ser::SerializeMap::serialize_entry(&mut $object, $key, &$value)?
    };
    (@entry $object:ident, $key:literal, $shown:expr => $value:expr) => {
        if $shown {
            ::serde::ser::SerializeMap::serialize_entry(&mut $object, $key, &$value)?;
        }
    };
}
