//! Where on a picture is a point of the plane?

/// A rectangle of the plane on a picture of `size` pixels, y upwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width and height of the picture in pixels.
    pub size: [u32; 2],
    /// Left and right edge.
    pub x: [f32; 2],
    /// Lower and upper edge.
    pub y: [f32; 2],
}

impl Frame {
    /// The square from `-reach` to `reach` on both axes.
    pub fn square(size: [u32; 2], reach: f32) -> Frame {
        Frame { size, x: [-reach, reach], y: [-reach, reach] }
    }

    /// A point of the plane in pixels, from the top left.
    pub fn place(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        [
            (x - self.x[0]) / (self.x[1] - self.x[0]) * self.size[0] as f32,
            (self.y[1] - y) / (self.y[1] - self.y[0]) * self.size[1] as f32,
        ]
    }

    /// The same, to the nearest whole pixel.
    pub fn pixel(&self, point: [f32; 2]) -> (i32, i32) {
        let [x, y] = self.place(point);
        (libm::roundf(x) as i32, libm::roundf(y) as i32)
    }

    /// The point of the plane at a place given as shares of width and height from the top left.
    pub fn point(&self, [across, down]: [f32; 2]) -> [f32; 2] {
        [self.x[0] + across * (self.x[1] - self.x[0]), self.y[1] - down * (self.y[1] - self.y[0])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_of_the_plane_are_corners_of_the_picture() {
        let frame = Frame { size: [200, 100], x: [-1.0, 3.0], y: [0.0, 2.0] };
        assert_eq!(frame.place([-1.0, 2.0]), [0.0, 0.0]);
        assert_eq!(frame.pixel([3.0, 0.0]), (200, 100));
        assert_eq!(frame.point([0.5, 0.25]), [1.0, 1.5]);
    }
}
